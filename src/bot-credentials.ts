// The Azure Bot registration, as settings: which of them must be there together.
import { z } from 'zod';

const word = z.string().optional();
const appTypes = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;

/** Credentials of the Azure Bot registration (names as Bot Framework documents them). */
export interface BotFrameworkCredentials {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: (typeof appTypes)[number];
  readonly MicrosoftAppTenantId: string;
}

/** The variables. */
export const botVariables = {
  MicrosoftAppId: word,
  MicrosoftAppPassword: word,
  MicrosoftAppType: z.enum(appTypes).default('MultiTenant'),
  MicrosoftAppTenantId: word,
};

interface BotSettings {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType: (typeof appTypes)[number];
  readonly MicrosoftAppTenantId?: string | undefined;
}

/** The registration; undefined where none is set. */
export function credentials(read: BotSettings): BotFrameworkCredentials | undefined {
  if (read.MicrosoftAppId === undefined) return undefined;
  return {
    MicrosoftAppId: read.MicrosoftAppId,
    MicrosoftAppPassword: read.MicrosoftAppPassword ?? '',
    MicrosoftAppType: read.MicrosoftAppType,
    MicrosoftAppTenantId: read.MicrosoftAppTenantId ?? '',
  };
}

/** What is missing beside what is set. */
export function botProblems(read: BotSettings): readonly string[] {
  const problems: string[] = [];
  const given = read.MicrosoftAppId !== undefined;
  if (!given && read.MicrosoftAppPassword !== undefined) problems.push('MicrosoftAppId: required when MicrosoftAppPassword is set');
  if (given && read.MicrosoftAppType !== 'UserAssignedMSI' && read.MicrosoftAppPassword === undefined) {
    problems.push('MicrosoftAppPassword: required when MicrosoftAppId is set');
  }
  if (given && read.MicrosoftAppType !== 'MultiTenant' && read.MicrosoftAppTenantId === undefined) {
    problems.push(`MicrosoftAppTenantId: required when MicrosoftAppType=${read.MicrosoftAppType}`);
  }
  return problems;
}
