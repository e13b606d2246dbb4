// The hall's states as a web board hears them, and the hall's clock. It connects again by itself,
// however the line was lost: refused, cut, or fallen silent.

const SILENT = 6000;
const RETRY = 2000;
const STATES = ["hall", "catalogue", "lines", "board", "announcements"];

export class BoardFeed {
  constructor(address) {
    this.address = address;
    this.states = {};
    this.offset = 0;
    this.heard = null;
    this.tried = 0;
    this.source = null;
    this.connect();
    setInterval(() => this.watch(), 500);
  }

  /** The hall's time in milliseconds, whatever this machine's clock says. */
  now() {
    return Date.now() + this.offset;
  }

  /** Whether the hall has fallen silent, or was never heard. */
  silent() {
    return this.heard === null || performance.now() - this.heard > SILENT;
  }

  /** When the hall was last heard, by its own clock; null when never. */
  lastHeard() {
    return this.heard === null ? null : this.now() - (performance.now() - this.heard);
  }

  connect() {
    this.source?.close();
    this.tried = performance.now();
    const source = new EventSource(this.address);
    this.source = source;
    source.addEventListener("clock", (event) => {
      this.offset = Date.parse(JSON.parse(event.data).at) - Date.now();
      this.heard = performance.now();
    });
    for (const state of STATES) {
      source.addEventListener(state, (event) => {
        this.states = { ...this.states, [state]: JSON.parse(event.data) };
      });
    }
  }

  watch() {
    const lost = this.source.readyState === EventSource.CLOSED || this.silent();
    if (lost && performance.now() - this.tried > RETRY) {
      this.connect();
    }
  }
}
