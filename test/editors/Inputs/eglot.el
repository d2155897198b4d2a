;;; Eglot.  -*- lexical-binding: t -*-

(require 'eglot)
(setq eglot-sync-connect t
      eglot-connect-timeout seconds)
(find-file "family.cpp")
(call-interactively #'eglot)
(flymake-start)
(session
 (lambda ()
   ;; A key, and not the mouse, has asked.
   (cl-letf ((last-nonmenu-event ?a)
             ((symbol-function 'completing-read)
              (lambda (_prompt collection &rest _)
                (first-of-ours collection))))
     (call-interactively #'eglot-code-actions))))
