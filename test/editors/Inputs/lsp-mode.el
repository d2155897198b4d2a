;;; lsp-mode.  -*- lexical-binding: t -*-

(require 'lsp-mode)
(require 'lsp-diagnostics)
(setq lsp-diagnostics-provider :flymake
      lsp-response-timeout seconds)
(find-file "family.cpp")
(lsp-workspace-folders-add default-directory)
;; It runs make, which has nothing to say here.
(remove-hook 'flymake-diagnostic-functions #'flymake-cc t)
(lsp)
(wait-for "the server" (memq #'lsp-diagnostics--flymake-backend
                             flymake-diagnostic-functions))
(flymake-start)
(session
 (lambda ()
   (cl-letf (((symbol-function 'completing-read)
              (lambda (_prompt collection &rest _)
                (first-of-ours (all-completions "" collection)))))
     (call-interactively #'lsp-execute-code-action))))
