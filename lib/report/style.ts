/** How a text may look: everything a renderer may know about the place it is shown in. */
export interface Style {
  /** Whether ANSI colours are wanted. */
  readonly color: boolean;
  /** Width to wrap at. */
  readonly columns: number;
}
