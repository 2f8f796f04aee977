// Are two words one slip of the finger apart? Linear in their length.

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** Two neighbouring letters changed places. */
function swapped(a: string, b: string): boolean {
  return a.length === b.length && b.startsWith(`${a.charAt(1)}${a.charAt(0)}`) && a.slice(2) === b.slice(2);
}

/** True when one letter was changed, added, left out, or swapped with its neighbour. Equal words are not apart. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const at = sharedStart(a, b);
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || swapped(restA, restB);
}
