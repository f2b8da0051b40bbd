/** Which entries are shown; an absent filter shows all. The names are istioctl's flags. */
export interface ProxyConfigFilters {
  /** Clusters: part of the name. */
  readonly fqdn?: string;
  /** Clusters: `inbound`, `outbound` or another part of the name. */
  readonly direction?: string;
  /** Clusters: part of the name. */
  readonly subset?: string;
  /** Port of clusters, listeners and endpoints; 0 is all. */
  readonly port?: number;
  /** Address of listeners and endpoints. */
  readonly address?: string;
  /** Listeners: `HTTP`, `TCP`, `HTTP+TCP` or `UNKNOWN`. */
  readonly type?: string;
  /** Route configurations: the name. */
  readonly name?: string;
  /** Endpoints: the cluster's name. */
  readonly cluster?: string;
  /** Endpoints: `healthy`, `unhealthy`, … */
  readonly status?: string;
}

/** How tables are made. */
export interface TableOptions {
  /** Which entries are shown. */
  readonly filters: ProxyConfigFilters;
  /** Whether listeners show their matches and routes their virtual hosts. */
  readonly verbose: boolean;
  /** Whether listeners are shown as those of a waypoint: which chain is chosen when. */
  readonly waypoint?: boolean;
  /** Whether further columns are shown: weights, timeouts, TLS, health, the object behind each entry. */
  readonly wide: boolean;
  /** Whether each row begins with its kind and name, as in the table of everything. */
  readonly named: boolean;
  /** The time to judge certificates by. */
  readonly now: Date;
}

/** Whether a text is asked for, upper and lower case being the same; an absent filter asks for all. */
export function isAsked(filter: string | undefined, ...texts: readonly string[]): boolean {
  return !filter || texts.some((text) => text.toLowerCase() === filter.toLowerCase());
}

/** Whether a text contains what is asked for; an absent filter asks for all. */
export function containsAsked(text: string, filter: string | undefined): boolean {
  return !filter || text.includes(filter);
}
