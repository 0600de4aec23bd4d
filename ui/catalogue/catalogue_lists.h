#pragma once

#include "ui/catalogue/list_page.h"

namespace trestle {

class CatalogueEdits;

/// The lists of the catalogue window; each refers to the edits as long as it lives.
ListPage* makeLinksPage(CatalogueEdits& edits, QWidget* parent);
ListPage* makeQuestionsPage(CatalogueEdits& edits, QWidget* parent);
ListPage* makeSizesPage(CatalogueEdits& edits, QWidget* parent);
ListPage* makeRisksPage(CatalogueEdits& edits, QWidget* parent);
/// Differences from the original, each with a way back.
ListPage* makeDifferencesPage(CatalogueEdits& edits, QWidget* parent);

} // namespace trestle
