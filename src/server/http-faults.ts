// Faults a handler throws to be answered with a status of its own.
import { AppError } from '../errors.js';

/** Nothing is at this address (404). */
export class ResourceNotFound extends AppError {
  readonly statusCode = 404;

  constructor() {
    super('not-found', 'Nothing is at this address');
  }
}

/** Too many forms from one address (429). */
export class TooManyRequests extends AppError {
  readonly statusCode = 429;

  constructor() {
    super('too-many-requests', 'Too many forms from one address');
  }
}
