import { prepareDataTemplate } from './data-template.ts'

export default async function setup(): Promise<void> {
  await prepareDataTemplate()
}
