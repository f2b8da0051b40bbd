/** The minor version of `v1.35.4`, `1.29.1-distroless` or `1.32-alpha.1`; `undefined` for anything else. */
export function minorOf(version: string | undefined): number | undefined {
  const [, minor] = /^v?1\.(\d+)(?![\d])/.exec(version ?? "") ?? [];
  return minor === undefined ? undefined : Number(minor);
}

/**
 * Minor versions of Kubernetes that a minor version of Istio supports, from and to.
 * See https://istio.io/latest/docs/releases/supported-releases/#support-status-of-istio-releases
 */
const KUBERNETES_OF_ISTIO: ReadonlyMap<number, readonly [number, number]> = new Map([
  [18, [24, 27]],
  [19, [25, 28]],
  [20, [25, 29]],
  [21, [26, 29]],
  [22, [27, 30]],
  [23, [27, 30]],
  [24, [28, 31]],
  [25, [29, 32]],
  [26, [29, 33]],
  [27, [29, 33]],
  [28, [30, 34]],
  [29, [31, 35]],
]);

/** The oldest minor version of Kubernetes on which the newest Istio installs: what its precheck demands. */
export const OLDEST_FOR_INSTALL = 32;

/** Which minor versions of Kubernetes a minor version of Istio supports; no upper end where none is known. */
export function kubernetesFor(istio: number): readonly [number, number] | undefined {
  const known = KUBERNETES_OF_ISTIO.get(istio);
  if (known !== undefined) return known;
  return istio > Math.max(...KUBERNETES_OF_ISTIO.keys()) ? [31, Infinity] : undefined;
}
