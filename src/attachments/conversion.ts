/** What the document thread is asked for. */
export type ConversionInput =
  /** To text; pages after `maxPages` are not looked at, and none once there is more than `maxCharacters`. */
  | { readonly kind: 'pdf'; readonly data: Uint8Array; readonly maxPages: number; readonly maxCharacters: number }
  /** To html, which is not safe to show. */
  | { readonly kind: 'markdown'; readonly text: string }

/** `note` says what is missing, as a sentence without its stop; `fault` why there is nothing. */
export type Conversion =
  | { readonly kind: 'converted'; readonly text: string; readonly note: string | null }
  | { readonly kind: 'failed'; readonly fault: string }
