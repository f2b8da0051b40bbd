import type { Manual } from "../../mod.ts";

/** Every code of Kiali's validations. */
const CODES = `
0002 0003 0004 0005 0101 0102 0104 0105 0106 0107 0108 0109 0110 0201 0202 0203 0204 0205 0206 0207
0208 0209 0210 0211 0212 0301 0302 0401 0501 0505 0506 0601 0602 0701 1004 1006 1007 1101 1102 1104
1105 1106 1107 1108 1109 1110 1111 1112 1113 1114 1115 1116 1117 1211 1212 1301 1311 1312 1313 1314
1315 1316 1317 1401 1402 1501 1502 1503 1504 1601 1701 1702
`.trim().split(/\s+/).map((number) => `KIA${number}`);

/** Why there is no rule for a code. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["KIA0107", "All clusters that are given are read together, so that MM0507 finds the account."],
  ["KIA1108", "A gateway of the same namespace may be named without it, as the API says."],
]);

/** The table of Kiali's codes. Throws where one has neither a rule nor a reason. */
export function kialiTable(rules: readonly Manual[]): string {
  const rows = CODES.map((code) => {
    const own = rules.filter(({ equivalents = [] }) => equivalents.includes(code));
    const reason = REASONS.get(code);
    if ((own.length > 0) === (reason !== undefined)) {
      throw new Error(
        `${code} needs a rule that names it in \`equivalents\`, or a reason in REASONS`,
      );
    }
    const links = own.map((rule) => `[${rule.code}](rules/${rule.code}.md) ${rule.title}`);
    return `| ${code} | ${reason ?? links.join("<br>")} |`;
  });
  return ["| Kiali | meshmedic |", "| --- | --- |", ...rows].join("\n");
}
