-- Starts clangd-ownership for C and C++, with whichever of Neovim's interfaces
-- this version has (0.7 and later), and shows the whole cycle in the float of a
-- finding (:lua vim.diagnostic.open_float()).

local command = { 'clangd-ownership' }
local filetypes = { 'c', 'cpp', 'objc', 'objcpp', 'cuda' }
local root_markers = {
  '.clangd', '.clang-tidy', 'compile_commands.json', 'compile_flags.txt', '.git',
}

-- The hops of a cycle are related information, which Neovim receives, and shows
-- from 0.12 on.
local function with_related(diagnostic)
  local lines = { diagnostic.message }
  local lsp = (diagnostic.user_data or {}).lsp or {}
  for _, related in ipairs(lsp.relatedInformation or {}) do
    local name = vim.fn.fnamemodify(vim.uri_to_fname(related.location.uri), ':t')
    local line = related.location.range.start.line + 1
    table.insert(lines, ('  %s:%d: %s'):format(name, line, related.message))
  end
  return table.concat(lines, '\n')
end
if vim.fn.has('nvim-0.12') == 0 then
  vim.diagnostic.config({ float = { format = with_related } })
end

if vim.lsp.config then -- 0.11; what nvim-lspconfig says of clangd is kept.
  vim.lsp.config('clangd', {
    cmd = command, filetypes = filetypes, root_markers = root_markers,
  })
  vim.lsp.enable('clangd')
  return
end

local has_lspconfig, lspconfig = pcall(require, 'lspconfig')
if has_lspconfig then
  lspconfig.clangd.setup({ cmd = command })
  return
end

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local above = folder
  while true do
    for _, marker in ipairs(root_markers) do
      if vim.loop.fs_stat(above .. '/' .. marker) then
        return above
      end
    end
    local next = vim.fn.fnamemodify(above, ':h')
    if next == above then
      return folder
    end
    above = next
  end
end

local clients = {} -- Of 0.7, by root.
vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    local root = root_of(vim.api.nvim_buf_get_name(event.buf))
    local config = { name = 'clangd', cmd = command, root_dir = root }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      clients[root] = clients[root] or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end
  end,
})
