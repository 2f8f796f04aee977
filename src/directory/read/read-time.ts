// Times of day as feeds write them ("10:00:00", "10.30", "9am", "T18:00Z", "noon"), as HH:MM.

const clock =
  /^T?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:(?<half>[ap])\.?m\.?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?$/iu;
const names: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** The time as HH:MM; undefined where it is none. A bare number without am or pm is an hour only with its minutes. */
export function readTime(raw: string): string | undefined {
  const text = raw.trim().toLowerCase();
  const named = names[text];
  if (named !== undefined) return named;
  const groups = clock.exec(text.replace(/^\d{4}-\d{2}-\d{2}[t ]/u, ''))?.groups;
  if (groups === undefined) return undefined;
  const { minute, half } = groups;
  const hour = Number(groups['hour']);
  if (minute === undefined && half === undefined) return undefined;
  const whole = toHour(hour, half);
  if (whole === undefined || Number(minute ?? 0) > 59) return undefined;
  return `${String(whole).padStart(2, '0')}:${minute ?? '00'}`;
}

function toHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : hour === 24 ? 0 : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
