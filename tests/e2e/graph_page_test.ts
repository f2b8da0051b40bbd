/** The page of `graph -o html` in a real browser; skipped where there is no Chromium. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { cli } from "../cli.ts";

/** What a person would do, as a script at the end of the page; its last line is the answer. */
const PERSON = `
const state = () => document.getElementById("view").getAttribute("transform");
const middle = (node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2, bubbles: true };
};
const answer = {};
const stageOf = document.getElementById("stage");
const fitted = state();
stageOf.dispatchEvent(new WheelEvent("wheel", { deltaY: -300, clientX: 400, clientY: 300 }));
answer.zooms = state() !== fitted && /scale\\((.+)\\)/.exec(state())[1] > /scale\\((.+)\\)/.exec(fitted)[1];
const zoomed = state();
stageOf.dispatchEvent(new PointerEvent("pointerdown", { clientX: 100, clientY: 100, bubbles: true }));
stageOf.dispatchEvent(new PointerEvent("pointermove", { clientX: 180, clientY: 140, bubbles: true }));
stageOf.dispatchEvent(new PointerEvent("pointerup", { clientX: 180, clientY: 140, bubbles: true }));
answer.pans = state() !== zoomed;
document.getElementById("fit").click();
answer.fits = state() === fitted;
const field = document.getElementById("search");
field.value = "reviews service";
field.dispatchEvent(new Event("input"));
answer.found = document.querySelectorAll(".node.found").length;
answer.said = document.getElementById("count").textContent;
field.value = "";
field.dispatchEvent(new Event("input"));
const shape = [...document.querySelectorAll(".node")].find(({ dataset }) => dataset.id.includes("service/bookinfo/reviews"));
shape.dispatchEvent(new PointerEvent("pointerdown", middle(shape)));
shape.dispatchEvent(new PointerEvent("pointerup", middle(shape)));
answer.title = document.querySelector("#facts h2").textContent;
answer.neighbours = document.querySelectorAll("#facts h3 button").length;
answer.faint = document.querySelectorAll(".node.faint").length;
document.querySelector("#facts h3 button").click();
answer.follows = document.querySelector("#facts h2").textContent !== answer.title;
document.body.dataset.answer = JSON.stringify(answer);
`;

const browser = ["chromium", "chromium-browser", "google-chrome"].find((name) =>
  (Deno.env.get("PATH") ?? "").split(":").some((folder) => exists(`${folder}/${name}`))
);

Deno.test({
  name: "a person can zoom, pan, search and click in the page of a graph",
  ignore: browser === undefined,
  async fn() {
    const example = await Deno.readFile(new URL("../../examples/healthy.tar.gz", import.meta.url));
    const { stdout } = await cli("graph --snapshot mesh.tar.gz -o html", {
      files: { "/repo/mesh.tar.gz": example },
    });
    const folder = await Deno.makeTempDir();
    try {
      const page = `${folder}/graph.html`;
      await Deno.writeTextFile(
        page,
        stdout.replace("</body>", `<script>${PERSON}</script></body>`),
      );
      const answer = await answerOf(page, folder);
      const { zooms, pans, fits, follows, found, said, title } = answer;
      deepStrictEqual({ zooms, pans, fits, follows }, {
        zooms: true,
        pans: true,
        fits: true,
        follows: true,
      });
      deepStrictEqual([said, title], [`${found} found`, "reviews · service · bookinfo"]);
      ok(found > 0 && answer.neighbours > 0 && answer.faint > 0);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

async function answerOf(page: string, profile: string) {
  const { stdout } = await new Deno.Command(browser!, {
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${profile}/profile`,
      "--window-size=1400,900",
      "--virtual-time-budget=2000",
      "--dump-dom",
      `file://${page}`,
    ],
    stderr: "null",
  }).output();
  const dom = new TextDecoder().decode(stdout);
  const quoted = /data-answer="([^"]*)"/.exec(dom)?.[1];
  ok(quoted, `the page did not answer: ${dom.slice(-500)}`);
  return JSON.parse(quoted.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
