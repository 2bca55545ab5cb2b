// Files of folders that no disk of the server holds: the server asks the client for them.
import * as vscode from 'vscode';
import type { ReadFileParams } from '../../../server/src/lsp/protocol.ts';

/** The file's bytes in base 64, or null where there is no such file. */
export async function answerReadFile({ uri }: ReadFileParams): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
