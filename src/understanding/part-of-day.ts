// Hours said with a part of the day: "3 in the afternoon", "11 at night". Without one, an hour is as written on a 24-hour clock.

export type PartOfDay = 'morning' | 'afternoon' | 'night';

const firstLateHour = 6;

const onTwentyFour: Readonly<Record<PartOfDay, (hour: number) => number | undefined>> = {
  morning: hour => (hour > 12 ? undefined : hour % 12),
  afternoon: hour => (hour === 0 ? undefined : hour < 12 ? hour + 12 : hour),
  night: hour => {
    if (hour === 12) return 0;
    return hour >= firstLateHour && hour < 12 ? hour + 12 : hour;
  },
};

/** The hour 0 to 24 that is meant; undefined where the two contradict each other ("15 in the morning"). */
export function hourOfDay(hour: number, part: PartOfDay | undefined): number | undefined {
  return part === undefined ? hour : onTwentyFour[part](hour);
}
