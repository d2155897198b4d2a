;;; clangd-ownership.el --- Ownership cycles through clangd -*- lexical-binding: t -*-

;; For Eglot (in Emacs since 29, elpa-eglot before) and for lsp-mode, whichever
;; you start.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((c++-mode c-mode c++-ts-mode c-ts-mode objc-mode)
                 . ("clangd-ownership"))))

(setq lsp-clients-clangd-executable "clangd-ownership")

(provide 'clangd-ownership)
;;; clangd-ownership.el ends here
