/** Edit distance of two texts, line by line where the lines still correspond. */
export function editDistance(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  if (left.length !== right.length) return lineDistance(a, b);
  return left.reduce((sum, line, i) => sum + lineDistance(line, right[i]!), 0);
}

function lineDistance(a: string, b: string): number {
  if (a === b) return 0;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < a.length - from && to < b.length - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  const x = a.slice(from, a.length - to);
  const y = b.slice(from, b.length - to);
  let row = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[y.length]!;
}
