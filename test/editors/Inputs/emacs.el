;;; What a person does in Emacs, by the commands that the keys call.  -*- lexical-binding: t -*-

;; Every wait is for an event; the time is for machines that do other things too.
;; The settings and the client (Eglot or lsp-mode) are loaded before this file.

(require 'cl-lib)
(require 'flymake)

(defconst seconds 120)

(defun say (format &rest values)
  (princ (concat (apply #'format format values) "\n")))

(defmacro wait-for (what condition)
  `(let ((end (+ (float-time) seconds)))
     (while (not ,condition)
       (when (> (float-time) end)
         (say "nothing happened: %s" ,what)
         (kill-emacs 1))
       (accept-process-output nil 0.02))))

(defun finding ()
  "The finding that Flymake shows, and not what is said of it elsewhere."
  (cl-find-if (lambda (diagnostic)
                (string-match-p "\\`.*keeps its own owner alive"
                                (flymake-diagnostic-text diagnostic)))
              (flymake-diagnostics)))

(defun session (act)
  "Waits for a finding, calls ACT there, and waits for its end."
  (wait-for "a finding" (finding))
  (goto-char (flymake-diagnostic-beg (finding)))
  (dolist (diagnostic (flymake-diagnostics))
    (say "%s at line %d: %s" (flymake-diagnostic-type diagnostic)
         (line-number-at-pos (flymake-diagnostic-beg diagnostic))
         (flymake-diagnostic-text diagnostic)))
  (funcall act)
  (wait-for "the edit" (buffer-modified-p))
  (save-buffer)
  (wait-for "the end of the finding" (not (finding)))
  (say "findings: %s" (or (finding) 0)))

(defun first-of-ours (collection)
  "The first action in COLLECTION that is ours, as one would choose it."
  (cl-find-if (lambda (title)
                (string-search "keeps its own owner alive" title))
              (mapcar (lambda (item) (if (consp item) (car item) item))
                      collection)))
