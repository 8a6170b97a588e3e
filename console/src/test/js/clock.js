// Time that passes only when a test says so.

/** Takes the place of the clock that timers go by. */
export class StandingClock {
  #now = 0;
  #timers = new Map();

  constructor() {
    let last = 0;
    globalThis.setTimeout = (task, wait) => {
      this.#timers.set(++last, {at: this.#now + wait, task});
      return last;
    };
    globalThis.clearTimeout = (timer) => this.#timers.delete(timer);
  }

  /** Lets milliseconds pass and runs what is due, in its order. */
  pass(time) {
    const end = this.#now + time;
    for (let due = this.#next(end); due; due = this.#next(end)) {
      const [timer, {at, task}] = due;
      this.#timers.delete(timer);
      this.#now = at;
      task();
    }
    this.#now = end;
  }

  #next(end) {
    return [...this.#timers].filter(([, {at}]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

/** When all is done that need not wait for the clock. */
export const settled = () => new Promise(setImmediate);
