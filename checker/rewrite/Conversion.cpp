#include "rewrite/Conversion.h"
namespace ownership {
std::vector<Conversion> convertFields(clang::ASTContext &, const Extraction &,
                                      llvm::ArrayRef<Finding> Findings,
                                      OwnershipTypes &) {
  return std::vector<Conversion>(Findings.size());
}
}
