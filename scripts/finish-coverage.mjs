// Lets a test process write down what it covered. The pool that runs the tests kills a process that takes more than a second to end, and on a busy
// machine that is less than the writing takes; without this, half of the coverage is lost now and then.
if (process.env['MOCHA_WORKER_ID'] !== undefined) process.on('SIGTERM', () => undefined);
