// Who of an organisation's people is staff here, and what each may do: a file that a practice manager keeps. Whoever it does not name is a patient.
import { z } from 'zod';
import { AppError } from '../errors.js';

/** What staff may be. One person may be several. */
export const staffRoles = ['receptionist', 'link-worker', 'manager', 'safety-officer', 'operator'] as const;

/** One of them. */
export type StaffRole = (typeof staffRoles)[number];

const name = z.string().trim().min(1).max(60);
/** Ids of Microsoft Entra are GUIDs; written in any case, compared in one. */
const guid = z.guid().transform(text => text.toLowerCase());
const practices = z.array(z.string().min(1)).min(1).optional();

const memberSchema = z
  .strictObject({ name, teams: z.strictObject({ tenant: guid, user: guid }), roles: z.array(z.enum(staffRoles)).min(1), practices })
  .readonly();

const rosterSchema = z.strictObject({ staff: z.array(memberSchema).min(1).max(5_000) });

/**
 * A member of staff. `teams`: their organisation's tenant id and their own object id in Microsoft Entra. `practices`: ODS codes of the practices
 * whose referrals they see; absent: all.
 */
export type StaffMember = Readonly<z.infer<typeof memberSchema>>;

/** Who somebody is in Microsoft Entra, as a channel that checks it says. */
export interface TeamsIdentity {
  readonly tenant: string;
  readonly user: string;
}

/** Everybody on it, found by who they are. */
export interface Roster {
  readonly find: (who: TeamsIdentity) => StaffMember | undefined;
  readonly all: () => readonly StaffMember[];
}

/** Nobody is staff. */
export const emptyRoster: Roster = { find: () => undefined, all: () => [] };

const keyOf = ({ tenant, user }: TeamsIdentity): string => `${tenant} ${user}`.toLowerCase();

/** Has somebody one of these roles? */
export function hasRole({ roles }: Pick<StaffMember, 'roles'>, ...wanted: readonly StaffRole[]): boolean {
  return roles.some(role => wanted.includes(role));
}

/** May they see referrals of this practice? A referral without one is seen by all who see referrals. */
export function seesPractice({ practices: own }: Pick<StaffMember, 'practices'>, ods: string | undefined): boolean {
  return own === undefined || ods === undefined || own.includes(ods);
}

/** Reads the file's text. @throws AppError `staff-file`: no JSON, another shape, or somebody named twice; it names places, never people */
export function readRoster(text: string): Roster {
  const { staff } = parse(text);
  const byKey = new Map(staff.map(member => [keyOf(member.teams), member]));
  if (byKey.size < staff.length) throw new AppError('staff-file', 'The staff file names the same person twice');
  return { find: who => byKey.get(keyOf(who)), all: () => staff };
}

function parse(text: string): z.infer<typeof rosterSchema> {
  const json = tryJson(text);
  if (json === undefined) throw new AppError('staff-file', 'The staff file is not JSON');
  const read = rosterSchema.safeParse(json.value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const at = first?.path.map(String).join('.') ?? '';
  throw new AppError('staff-file', `The staff file cannot be read: ${at}: ${first?.message ?? ''}`);
}

function tryJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
