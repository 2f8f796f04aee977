// The desk's one script. Everything works without it; with it results come as one types, the keyboard moves through them, and the flag for the
// duty clinician writes itself down when it is opened.
import { watchDuty } from './duty.js';
import { watchKeys } from './keys.js';
import { watchNextPatient } from './next-patient.js';
import { watchResults } from './results.js';

watchResults();
watchKeys();
watchDuty();
watchNextPatient();
