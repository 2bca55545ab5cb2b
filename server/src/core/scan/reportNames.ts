/** Extensions of files that are taken for reports where nobody names one. */
export const REPORT_EXTENSIONS = ['md', 'markdown', 'txt', 'html', 'htm'] as const;

/** True for a name, a path or a URI with one of them. */
export function isReportName(name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return REPORT_EXTENSIONS.some(known => known === extension);
}
