// A real SMTP server on this machine that keeps what it is sent, and can be told to refuse.
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TestSmtpServer {
  readonly port: number;
  /** Every mail taken: to whom, whole as it came, and whether over TLS. */
  readonly mails: readonly { readonly to: readonly string[]; readonly raw: string; readonly secure: boolean }[];
  /** From now on refuses that many mails with "try again later". */
  readonly refuse: (times: number) => void;
  readonly stop: () => Promise<void>;
}

/** Starts one on a free port of 127.0.0.1; without options it takes mail in the clear and offers no STARTTLS. */
export async function startSmtpServer(
  options: SMTPServerOptions = { hideSTARTTLS: true, disabledCommands: ['AUTH'] },
): Promise<TestSmtpServer> {
  const mails: { to: readonly string[]; raw: string; secure: boolean }[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    logger: false,
    ...options,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString('utf8'), secure: session.secure });
        callback();
      });
    },
  });
  server.on('error', () => undefined); // a client that leaves is no fault of the server
  const port = await new Promise<number>(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    mails,
    refuse: times => {
      refusals = times;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
