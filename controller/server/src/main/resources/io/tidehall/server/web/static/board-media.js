// The pictures and films of the hall's playlist on a web board: what can be shown, and whose turn it
// is by the hall's clock alone, so that boards of a zone show the same. As on the JavaFX board, what
// is missing or cannot be shown is left out, and looked for again from time to time. A browser cannot
// tell a torn file from a cut line, so that what it could not show is tried again, too.

import { html } from "./lit.js";

const LOOK_AGAIN = 30000;
const TRY_AGAIN = 600000;
/** While nobody is called: as long as a guide and the words before it. */
const BETWEEN = 32;
/** While calls stand: how many wait and which windows are open is seen most of the time. */
const BESIDE_CALLS = 48;

export class MediaShelf {
  constructor(zone) {
    this.address = `/api/board/playlist?zone=${encodeURIComponent(zone)}`;
    this.shows = [];
    /** When what could not be shown was left out, by its address. */
    this.broken = new Map();
    this.look();
    setInterval(() => this.look(), LOOK_AGAIN);
  }

  async look() {
    for (const [address, since] of this.broken) {
      if (performance.now() - since > TRY_AGAIN) {
        this.broken.delete(address);
      }
    }
    try {
      const answer = await fetch(this.address);
      if (answer.ok) {
        this.shows = (await answer.json()).shows;
      }
    } catch {
      // the feed tells that the hall is away
    }
  }

  /** What can be shown, as far as is known. */
  plays() {
    return this.shows.filter((it) => !this.broken.has(addressOf(it)));
  }

  /** The picture or film, as large as there is room; films without sound, as the voice alone speaks. */
  view({ file, film, beside }) {
    const show = this.shows.find((it) => it.file === file);
    const address = show ? addressOf(show) : "";
    const skip = () => this.skip(address);
    return html`<div class="media" id=${beside ? "media-beside" : "media"}>
      ${film
        ? html`<video src=${address} .muted=${true} autoplay loop playsinline disablepictureinpicture @error=${skip}></video>`
        : html`<img src=${address} alt="" @error=${skip} />`}
    </div>`;
  }

  skip(address) {
    if (!this.broken.has(address)) {
      console.warn(`${address} is left out: it cannot be shown here`);
      this.broken.set(address, performance.now());
    }
  }
}

/** A file that has changed has another address, and is tried again. */
const addressOf = (it) => `/media/${encodeURIComponent(it.file)}?v=${it.version}`;

/**
 * What is shown at an instant, or null.
 *
 * @param playable what can be shown, in order
 * @param now milliseconds
 * @param clock the hall's time of day, as 09:05
 * @param called whether calls stand
 */
export function turn(playable, now, clock, called) {
  const shows = playable.filter((it) => due(it, clock));
  const between = called ? BESIDE_CALLS : BETWEEN;
  const round = shows.reduce((sum, it) => sum + between + it.seconds, 0);
  if (round === 0) {
    return null;
  }
  let at = Math.floor(now / 1000) % round;
  for (const { file, film, seconds } of shows) {
    if (at < between) {
      return null;
    }
    at -= between;
    if (at < seconds) {
      return { file, film, beside: called };
    }
    at -= seconds;
  }
  return null;
}

/** A period that ends before it begins goes over midnight. */
function due({ from, to }, clock) {
  if (!from || !to) {
    return true;
  }
  const begun = clock >= from;
  const over = clock >= to;
  return from < to ? begun && !over : begun || !over;
}
