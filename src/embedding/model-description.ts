/** How a model is opened, now or after the settings have turned to another one: no key, nothing secret. */
export type ModelDescription =
  | { readonly kind: 'packaged' }
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'endpoint'
      /** OpenAI-compatible base, for example `http://127.0.0.1:11434/v1`. */
      readonly baseUrl: string
      readonly model: string
      /** Asked of the model where it can shorten its vectors; null: what the model gives. */
      readonly dimensions: number | null
    }
