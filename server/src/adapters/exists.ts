/** Whether something bears that name, to a disk that throws where nothing does. */
export function exists(disk: { stat(path: string): unknown }, path: string): boolean {
  try {
    disk.stat(path);
    return true;
  } catch {
    return false;
  }
}
