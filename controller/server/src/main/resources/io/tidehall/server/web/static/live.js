// The console document as the controller pushes it, and the hall's clock.

import { session, toLogin } from "./api.js";

const SILENT = 25000;
const RETRY = 2000;

/**
 * Follows the hall. `changed(feed)` is called with each document and each change of connection;
 * `feed.now()` is the hall's time, whatever this machine's clock says.
 */
export class Feed {
  constructor(changed) {
    this.changed = changed;
    this.console = null;
    this.office = null;
    this.heard = Date.now();
    this.connected = true;
    this.offset = 0;
    this.waiters = [];
    this.source = null;
    this.connect();
    setInterval(() => this.watch(), 1000);
  }

  now() {
    return Date.now() + this.offset;
  }

  /** Seconds since a time of the hall. */
  since(instant) {
    return instant ? (this.now() - Date.parse(instant)) / 1000 : 0;
  }

  /** Seconds since anything was heard. */
  silence() {
    return (Date.now() - this.heard) / 1000;
  }

  /** Waits until the document shows a journal entry; gives up after a while. */
  reached(seq, patience = 1500) {
    if (this.console && this.console.seq >= seq) {
      return Promise.resolve();
    }
    return new Promise((done) => {
      this.waiters.push({ seq, done });
      setTimeout(done, patience);
    });
  }

  connect() {
    this.source?.close();
    this.source = new EventSource("/api/console/events");
    this.source.addEventListener("console", (event) => this.take(JSON.parse(event.data)));
    this.source.addEventListener("office", (event) => {
      this.office = JSON.parse(event.data);
      this.changed(this);
    });
    this.source.onerror = () => this.lost();
  }

  take(document) {
    this.heard = Date.now();
    this.connected = true;
    this.offset = Date.parse(document.at) - Date.now();
    this.console = document;
    this.waiters = this.waiters.filter((it) => {
      if (document.seq >= it.seq) {
        it.done();
        return false;
      }
      return true;
    });
    this.changed(this);
  }

  lost() {
    this.connected = false;
    this.changed(this);
    if (this.source.readyState === EventSource.CLOSED) {
      // refused, not cut: most likely the session has ended
      setTimeout(() => this.rejoin(), RETRY);
    }
  }

  async rejoin() {
    try {
      if ((await session()) === null) {
        toLogin();
        return;
      }
    } catch {
      // not reachable yet
    }
    this.connect();
  }

  watch() {
    if (this.connected && Date.now() - this.heard > SILENT) {
      this.connected = false;
      this.connect();
    }
    if (!this.connected) {
      this.changed(this);
    }
  }
}
