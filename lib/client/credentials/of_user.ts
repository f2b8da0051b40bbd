import { isRecord, valueAt } from "../../core/mod.ts";
import { type Entry, type LoginSurroundings, pathFrom, pem, text } from "../entry.ts";
import type { Cluster } from "../library.ts";
import { type CredentialSource, NoCredential } from "./credential.ts";
import { OpenIdToken } from "./open_id.ts";
import { CredentialPlugin, type PluginOptions } from "./plugin.ts";
import { TokenFile } from "./token_file.ts";

/** Extension of a cluster that is for its credential plugin. */
const PLUGIN_EXTENSION = "client.authentication.k8s.io/exec";
const MAX_KUBECONFIG_BYTES = 16e6;

/** What gives the credentials of a user that the kubeconfig itself does not hold; `undefined` for none. */
export function credentialSource(
  user: Entry,
  clusterEntry: Entry,
  cluster: Cluster,
  { world }: LoginSurroundings,
): CredentialSource | undefined {
  const tokenFile = text(user.value, "tokenFile");
  if (tokenFile !== undefined) return new TokenFile(pathFrom(user, tokenFile), world);
  const exec = valueAt(user.value, ["exec"]);
  if (isRecord(exec)) return new CredentialPlugin(pluginOf(user, clusterEntry, cluster), world);
  const provider = valueAt(user.value, ["auth-provider"]);
  return isRecord(provider) ? ofProvider({ ...user, value: provider }, world) : undefined;
}

function pluginOf(user: Entry, clusterEntry: Entry, cluster: Cluster): PluginOptions {
  const exec = valueAt(user.value, ["exec"]);
  const command = text(exec, "command") ?? "";
  const [args, env] = [valueAt(exec, ["args"]), valueAt(exec, ["env"])];
  const mode = text(exec, "interactiveMode");
  return {
    command: command.includes("/") ? pathFrom(user, command) : command,
    args: Array.isArray(args) ? args.map(String) : [],
    env: Object.fromEntries(
      (Array.isArray(env) ? env : []).map((each) => [
        text(each, "name") ?? "",
        text(each, "value") ?? "",
      ]),
    ),
    apiVersion: text(exec, "apiVersion") ?? "client.authentication.k8s.io/v1",
    interactiveMode: mode === "Never" || mode === "Always" ? mode : "IfAvailable",
    installHint: text(exec, "installHint"),
    cluster: valueAt(exec, ["provideClusterInfo"]) === true
      ? clusterInfo(clusterEntry, cluster)
      : undefined,
  };
}

/** The cluster as `spec.cluster` of an `ExecCredential` has it. */
function clusterInfo(
  { value }: Entry,
  { server, tlsServerName, skipTLSVerify, caData, proxyUrl }: Cluster,
): object {
  const extensions = valueAt(value, ["extensions"]);
  const own = (Array.isArray(extensions) ? extensions : [])
    .find((each) => text(each, "name") === PLUGIN_EXTENSION);
  return {
    server,
    ...(tlsServerName !== undefined && { "tls-server-name": tlsServerName }),
    ...(skipTLSVerify && { "insecure-skip-tls-verify": true }),
    ...(caData !== undefined && { "certificate-authority-data": caData }),
    ...(proxyUrl !== undefined && { "proxy-url": proxyUrl }),
    ...(own !== undefined && { config: valueAt(own, ["extension"]) }),
  };
}

/** Of the providers that were built into kubectl only OpenID Connect is left; the others had plain tokens. */
function ofProvider(provider: Entry, world: LoginSurroundings["world"]): CredentialSource {
  const config = { ...provider, value: valueAt(provider.value, ["config"]) };
  const name = text(provider.value, "name") ?? "";
  if (name === "oidc") return openId(config, world);
  const token = text(config.value, "access-token");
  const reason = `its auth-provider "${name}" is none that this program knows`;
  const hint = "Use a credential plugin (exec) in its place.";
  return {
    ask: () =>
      token === undefined
        ? Promise.reject(new NoCredential(reason, hint))
        : Promise.resolve({ token }),
  };
}

function openId(config: Entry, world: LoginSurroundings["world"]): CredentialSource {
  const login = {
    idToken: text(config.value, "id-token"),
    refreshToken: text(config.value, "refresh-token"),
    clientId: text(config.value, "client-id"),
    clientSecret: text(config.value, "client-secret"),
    issuer: text(config.value, "idp-issuer-url"),
  };
  return new OpenIdToken(login, {
    clock: world.clock,
    async ask(url, form, signal) {
      const { Agent, request } = await import("../library.ts");
      const authority = await pem(config, "idp-certificate-authority", { world, signal });
      const ca = authority === undefined ? {} : { ca: atob(authority) };
      const dispatcher = new Agent({ allowH2: false, connect: ca });
      try {
        const { body } = await request(url, {
          method: form === undefined ? "GET" : "POST",
          headers: {
            accept: "application/json",
            "content-type": "application/x-www-form-urlencoded",
          },
          body: form?.toString() ?? null,
          signal,
          dispatcher,
        });
        return await body.text();
      } finally {
        await dispatcher.close();
      }
    },
    keep: (replaced, signal) => replaceIn(config.file, replaced, { world, signal }),
  });
}

/** Puts texts in the place of others in a kubeconfig, and leaves all else of it as it is. */
async function replaceIn(
  file: string,
  replaced: ReadonlyMap<string, string>,
  { world: { fs }, signal }: LoginSurroundings,
): Promise<void> {
  const path = await fs.realPath(file);
  let content = new TextDecoder().decode(await fs.read(path, MAX_KUBECONFIG_BYTES, signal));
  for (const [before, after] of replaced) content = content.replaceAll(before, () => after);
  await fs.write(path, content);
}
