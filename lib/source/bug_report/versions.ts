/** What a bug report says about versions. */
export interface ReportedVersions {
  /** Version of the istioctl that made it; `""` where it does not say. */
  readonly istioctl: string;
  /** What istiod answers to `/version`, where all replicas are of one version. */
  readonly istiod?: string;
}

const BUILD =
  /Version:"([^"]+)", GitRevision:"([^"]*)"(?:, GolangVersion:"[^"]*")?, BuildStatus:"([^"]*)"/g;

/**
 * Reads the file `versions`: the build of istioctl, below a heading those of the control planes, and then
 * those of the proxies.
 */
export function reportedVersions(text: string): ReportedVersions {
  const [own = "", found = ""] = text.split("The following Istio control plane", 2);
  const [controlPlane = ""] = found.split("The following proxy", 1);
  const istiods = new Set([...controlPlane.matchAll(BUILD)].map(([, ...build]) => build.join("-")));
  const [istiod] = istiods;
  const istioctl = /Version:"([^"]+)"/.exec(own)?.[1] ?? /(\d+\.\d+[\w.+-]*)/.exec(own)?.[1] ?? "";
  return { istioctl, ...(istiods.size === 1 && istiod !== undefined && { istiod }) };
}

/** The version of the API server, from what `kubectl version` prints. */
export function kubernetesVersion(text: string): string | undefined {
  return /^Server Version: (?:.*\bGitVersion:")?(v\d[\w.+-]*)/m.exec(text)?.[1];
}
