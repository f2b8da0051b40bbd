/** What a request says about an attribute. */
export type Reading =
  | { readonly state: "known"; readonly values: readonly string[] }
  | { readonly state: "absent"; readonly reason: string }
  | { readonly state: "unknown" };
