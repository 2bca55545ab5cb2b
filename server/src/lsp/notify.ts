/**
 * Lets a message go without waiting for what comes of it. A client that refuses it, or is gone, is nobody's fault here,
 * and a rejection that nobody handles would end the process.
 */
export function notify(sent: unknown): void {
  if (sent instanceof Promise) sent.catch(() => {});
}
