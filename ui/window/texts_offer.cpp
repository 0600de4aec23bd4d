#include "ui/window/texts_offer.h"

#include "ui/document/plan_document.h"
#include "ui/widgets/banner.h"

namespace trestle {

TextsOffer::TextsOffer(PlanDocument& document, Banner& banner, QObject* parent)
    : QObject(parent), m_document(document), m_banner(banner), m_texts(document)
{
    banner.setCalm();
    banner.addAction(QStringLiteral("textsTake"), tr("Take the new texts"), [this] { m_texts.take(); });
    banner.addAction(QStringLiteral("textsNotNow"), tr("Not now"), [this] { decline(); });
    connect(&document, &PlanDocument::planChanged, this, &TextsOffer::follow);
    follow();
}

void TextsOffer::setAnswered(const QStringList& answered)
{
    m_answered.setSigns(answered);
    follow();
}

QString TextsOffer::offered(const Catalogue& texts) const
{
    return m_document.filePath() + u'\n' + QString::number(texts.version);
}

void TextsOffer::follow()
{
    const CatalogueText& texts = m_texts.find();
    if (!texts || m_document.readOnlyReason() || m_answered.holds(offered(*texts->catalogue)))
        m_banner.clear();
    else
        m_banner.tell(tr("The catalogue’s texts are sharper now: they say what counts as in place, what as partly, "
                         "and what does not. Texts of your own stay, and no figure changes."));
}

void TextsOffer::decline()
{
    if (const CatalogueText& texts = m_texts.find())
        m_answered.add(offered(*texts->catalogue));
    follow();
}

} // namespace trestle
