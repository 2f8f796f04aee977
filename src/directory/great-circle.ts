// How far apart two points are: along the great circle, in miles (haversine, mean radius of the earth by IUGG).

const earthRadiusMiles = 3958.7613;
const radians = Math.PI / 180;

/** Degrees of latitude in one mile: how far north or south to look. */
export const degreesPerMile = 1 / (earthRadiusMiles * radians);

/** Great-circle distance in miles between two points in degrees. */
export function milesBetween(latitude: number, longitude: number, otherLatitude: number, otherLongitude: number): number {
  const north = Math.sin(((otherLatitude - latitude) * radians) / 2);
  const east = Math.sin(((otherLongitude - longitude) * radians) / 2);
  const chord = north * north + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * east * east;
  return 2 * earthRadiusMiles * Math.asin(Math.min(1, Math.sqrt(chord)));
}
