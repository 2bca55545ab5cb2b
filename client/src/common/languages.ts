/** Language modes whose documents the server is asked about. */
export const LANGUAGES: readonly string[] = ['markdown', 'html', 'plaintext', 'corpus-report'];
