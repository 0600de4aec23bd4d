#include "ui/document/newest_texts.h"

#include "data/catalogue_json.h"
#include "ui/document/plan_document.h"

namespace trestle {

const CatalogueText& NewestTexts::find()
{
    const std::shared_ptr<const Catalogue>& now = m_document.plan().catalogue;
    if (m_lookedAt == now)
        return m_found;
    m_lookedAt = now;
    const LoadedCatalogue catalogue = m_document.project().catalogue;
    if (m_hash == catalogue.sha256)
        return m_found;
    m_hash = catalogue.sha256;
    const Result<CatalogueText> found = withNewestTexts(catalogue);
    m_found = found ? *found : nullptr; // where it cannot be read there is nothing to offer
    return m_found;
}

bool NewestTexts::take()
{
    const CatalogueText texts = find();
    return texts && m_document.replaceCatalogue(PlanDocument::tr("Take the newest texts of the catalogue"), *texts);
}

} // namespace trestle
