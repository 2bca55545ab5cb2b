-- Run by test/neovim/run.mjs inside a headless Neovim: starts the server, opens a report, and prints what arrives.
-- Neovim 0.7 has no vim.lsp.start, so the client is started and attached by hand; newer versions can do as the README says.
local command = vim.split(vim.env.CORPUS_LINT, ' ')
local client = vim.lsp.start_client({ name = 'corpus-lint', cmd = command, root_dir = vim.fn.getcwd() })
vim.cmd('edit ' .. vim.env.REPORT)
vim.lsp.buf_attach_client(0, client)
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(string.format('%d:%d %s %s', found.lnum + 1, found.col + 1, found.code, found.source))
end
vim.lsp.buf.formatting_sync(nil, 10000)
print('formatted: ' .. table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '|'))
vim.lsp.stop_client(client)
vim.wait(1000, function() return vim.lsp.client_is_stopped(client) end, 50)
vim.cmd('qall!')
