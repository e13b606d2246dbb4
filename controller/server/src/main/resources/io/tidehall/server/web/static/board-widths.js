// How wide a text runs, counted in Latin letters: a Chinese character is as wide as two.

function one(character) {
  const code = character.codePointAt(0);
  return (code >= 0x2018 && code <= 0x201d) || code >= 0x2e80 ? 2 : 1;
}

export const width = (text) => [...text].reduce((sum, it) => sum + one(it), 0);

/** Cuts a text into pieces no wider than `most`, after punctuation or a space if any. */
export function pieces(text, most) {
  const all = [];
  let rest = text.trim().replaceAll("\n", " ");
  while (width(rest) > most) {
    const end = fitting(rest, most);
    const nice = lastBreak(rest, end);
    const cut = nice > Math.floor(end / 2) ? nice : end;
    all.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === "" ? all : [...all, rest];
}

function fitting(text, most) {
  let wide = 0;
  let at = 0;
  for (const character of text) {
    wide += one(character);
    if (wide > most) {
      break;
    }
    at += character.length;
  }
  return Math.max(at, 1);
}

function lastBreak(text, before) {
  for (let i = before; i > 0; i--) {
    if (" ，。；、！？：,.;!?".includes(text[i - 1])) {
      return i;
    }
  }
  return 0;
}
