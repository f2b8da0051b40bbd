// Written by scripts/gen_types.ts. Do not edit.
import type { ObjectMeta } from "./kubernetes.ts";
/** What istioctl installs. */
export interface IstioOperator {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** The installation. */
  readonly spec?: IstioOperatorSpec;
}

/** The installation. */
export interface IstioOperatorSpec {
  /** Name of the profile the rest is laid over. */
  readonly profile?: string;
  /** Namespace of the control plane. */
  readonly namespace?: string;
  /** Revision of the control plane. */
  readonly revision?: string;
  /** Registry of the images. */
  readonly hub?: string;
  /** Tag of the images. */
  readonly tag?: number | string;
  /** Mesh-wide settings. */
  readonly meshConfig?: unknown;
  /** Settings by component. */
  readonly components?: unknown;
  /** Values of the charts. */
  readonly values?: unknown;
}

/** What the containers of a pod use at the moment. */
export interface PodMetrics {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** End of the window. */
  readonly timestamp?: string;
  /** Length of the time the usage was measured over. */
  readonly window?: string;
  /** Usage by container. */
  readonly containers?: readonly PodMetricsContainer[];
}

/** Usage of a container. */
export interface PodMetricsContainer {
  /** Name of the container. */
  readonly name?: string;
  /** Quantity by resource. */
  readonly usage?: Readonly<Record<string, number | string>>;
}

/** Exports the service of the same name to other clusters. */
export interface ServiceExport {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
}

/** A service that other clusters export. */
export interface ServiceImport {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** How clients reach it. */
  readonly spec?: ServiceImportSpec;
}

/** A port. */
export interface ServiceImportPort {
  /** Name of the port. */
  readonly name?: string;
  /** TCP, UDP or SCTP. */
  readonly protocol?: string;
  /** Application protocol. */
  readonly appProtocol?: string;
  /** Number of the port. */
  readonly port?: number;
}

/** How clients reach it. */
export interface ServiceImportSpec {
  /** ClusterSetIP or Headless. */
  readonly type?: string;
  /** Addresses in the cluster set. */
  readonly ips?: readonly string[];
  /** Ports of the service. */
  readonly ports?: readonly ServiceImportPort[];
  /** None or ClientIP. */
  readonly sessionAffinity?: string;
}
