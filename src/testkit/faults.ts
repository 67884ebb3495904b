import type { Fault, FaultKind } from './parse-fault.ts'

/** A fault that is to happen. */
export interface PlannedFault {
  readonly id: number
  readonly workspaceId: number
  readonly fault: Fault
  /** How often it still happens. */
  timesLeft: number
}

/** What goes wrong on purpose. The oldest fault that fits happens first, exactly as often as it was asked for. */
export class Faults {
  #lastId = 0
  #planned: PlannedFault[] = []

  add(workspaceId: number, fault: Fault): PlannedFault {
    const planned = { id: ++this.#lastId, workspaceId, fault, timesLeft: fault.times }
    this.#planned.push(planned)
    return planned
  }

  /** Those that have not happened often enough yet, oldest first. */
  list(workspaceId: number): readonly PlannedFault[] {
    return this.#planned.filter((planned) => planned.workspaceId === workspaceId)
  }

  /** @returns false when there is none */
  remove(workspaceId: number, id: number): boolean {
    const before = this.#planned.length
    this.#planned = this.#planned.filter((planned) => planned.workspaceId !== workspaceId || planned.id !== id)
    return this.#planned.length < before
  }

  clear(workspaceId: number): void {
    this.#planned = this.#planned.filter((planned) => planned.workspaceId !== workspaceId)
  }

  /** The fault that happens now, if any. @param workspaceId undefined where it is not known: any workspace's */
  take(
    kinds: readonly FaultKind[],
    workspaceId: number | undefined,
    fits?: (fault: Fault) => boolean,
  ): Fault | undefined {
    const planned = this.#planned.find(
      (each) =>
        kinds.includes(each.fault.kind) &&
        (workspaceId === undefined || each.workspaceId === workspaceId) &&
        (fits === undefined || fits(each.fault)),
    )
    if (planned === undefined) return undefined
    if (--planned.timesLeft === 0) this.remove(planned.workspaceId, planned.id)
    return planned.fault
  }
}
