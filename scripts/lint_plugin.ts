/** House rules for `deno lint`: effects belong to the shell. @module */
const EFFECTS: ReadonlyMap<string, string> = new Map([
  ["Deno", "the `World` that was handed in"],
  ["fetch", "`world.http`"],
  ["setTimeout", "`world.clock.sleep()`"],
  ["setInterval", "`world.clock.sleep()`"],
  ["performance", "`world.clock`"],
  ["console", "`world.stdout` or `world.stderr`"],
]);

const isShell = (file: string) => /\/(lib\/io|scripts|tests)\/|\/main\.ts$|_test\.ts$/.test(file);

const plugin: Deno.lint.Plugin = {
  name: "meshmedic",
  rules: {
    "no-effects-in-core": {
      create(context) {
        if (isShell(context.filename)) return {};
        const report = (node: Deno.lint.Node, name: string, instead: string) =>
          context.report({ node, message: `Core code uses \`${name}\``, hint: `Use ${instead}` });
        return {
          Identifier(node) {
            const parent = node.parent;
            const isName = parent?.type === "MemberExpression" && parent.property === node ||
              parent?.type === "Property" && parent.key === node;
            const instead = isName ? undefined : EFFECTS.get(node.name);
            if (instead) report(node, node.name, instead);
          },
          "NewExpression[callee.name='Date'][arguments.length=0]"(node: Deno.lint.NewExpression) {
            report(node, "new Date()", "the `now` that was given");
          },
          "MemberExpression[object.name='Date'][property.name='now']"(
            node: Deno.lint.MemberExpression,
          ) {
            report(node, "Date.now", "the `now` that was given");
          },
          "MemberExpression[object.name='Math'][property.name='random']"(
            node: Deno.lint.MemberExpression,
          ) {
            report(node, "Math.random", "a seed that was given");
          },
        };
      },
    },
  },
};
export default plugin;
