#pragma once

#include "models/loaded_catalogue.h"

#include <memory>
#include <string>

namespace trestle {

class PlanDocument;

/// The newest texts for the catalogue of an open plan that was made with an earlier version of the built-in one.
/// Looked for once for each catalogue that the plan comes to have.
class NewestTexts {
public:
    explicit NewestTexts(PlanDocument& document) : m_document(document) {}

    /// The catalogue with them; null: there are none, or the plan has them.
    [[nodiscard]] const CatalogueText& find();
    /// One edit of the plan. False where there is nothing to take, or the plan can't be changed.
    bool take();

private:
    PlanDocument& m_document;
    std::shared_ptr<const Catalogue> m_lookedAt;
    std::string m_hash; ///< of that, without the items of what has happened
    CatalogueText m_found;
};

} // namespace trestle
