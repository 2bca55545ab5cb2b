// Japanese text holds ideographs and kana that look like one double-byte table read as another.

/** How far on either side is looked, how many wide characters say enough, and the share of kana that Japanese has. */
const AROUND = 40;
const ENOUGH = 8;
const SHARE = 0.25;

/** True when what stands around `text[start, end)` is Japanese. */
export function isAmongKana(text: string, start: number, end: number): boolean {
  let wide = 0;
  let kana = 0;
  const count = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x3000) continue;
      wide++;
      if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    }
  };
  count(Math.max(0, start - AROUND), start);
  count(end, Math.min(text.length, end + AROUND));
  return wide >= ENOUGH && kana >= wide * SHARE;
}
