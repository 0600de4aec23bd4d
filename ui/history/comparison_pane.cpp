#include "ui/history/comparison_pane.h"

#include "ui/theme/theme.h"
#include "ui/widgets/segments.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace trestle {

ComparisonPane::ComparisonPane(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)),
      m_views(new Segments(QStringLiteral("comparisonViews"), tr("What the comparison is for"),
                           {tr("All changes"), tr("Change order")}, this)),
      m_copy(new QPushButton(tr("C&opy"), this)), m_save(new QPushButton(tr("&Save as…"), this)),
      m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("comparisonPane"));
    m_title->setObjectName(QStringLiteral("comparisonTitle"));
    m_title->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_views->setToolTip(tr("Change order: the same for the client, without costs, rates and margins"));
    m_copy->setObjectName(QStringLiteral("comparisonCopy"));
    m_copy->setToolTip(tr("Copy the comparison as text"));
    m_save->setObjectName(QStringLiteral("comparisonSave"));
    m_save->setToolTip(tr("Save the comparison as PDF, web page or text"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("comparisonClose"));
    close->setProperty("quiet", true);
    close->setAccessibleName(tr("Close the comparison"));
    m_text->setObjectName(QStringLiteral("comparisonText"));
    m_text->setAccessibleName(tr("Comparison"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(0);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    for (QPushButton* button : {m_copy, m_save, close})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_views, 0, Qt::AlignLeft);
    column->addWidget(m_text, 1);
    setMinimumHeight(180);

    connect(m_views, &Segments::chose, this, &ComparisonPane::viewChanged);
    connect(m_copy, &QPushButton::clicked, this, &ComparisonPane::copy);
    connect(m_save, &QPushButton::clicked, this, &ComparisonPane::saveWanted);
    connect(close, &QPushButton::clicked, this, &ComparisonPane::closed);
    enableActions();
}

bool ComparisonPane::wantsOrder() const
{
    return m_views->chosen() == 1;
}

void ComparisonPane::enableActions()
{
    m_copy->setEnabled(m_words.has_value());
    m_save->setEnabled(m_words.has_value());
}

void ComparisonPane::showBusy(const QString& title)
{
    // What is shown already stays until its successor is there: an edit does not make the page blink.
    if (m_words && m_words->title == title)
        return;
    m_words.reset();
    m_title->setText(title);
    m_text->setPlainText(tr("Comparing…"));
    enableActions();
}

void ComparisonPane::showWords(const ComparisonWords& words)
{
    m_words = words;
    m_title->setText(words.title);
    render();
    enableActions();
}

void ComparisonPane::showProblem(const QString& text)
{
    m_words.reset();
    m_text->setPlainText(text);
    enableActions();
}

void ComparisonPane::render()
{
    if (m_words)
        m_text->setHtml(comparisonHtml(*m_words, palette(), false));
}

void ComparisonPane::copy()
{
    if (!m_words)
        return;
    auto* mime = new QMimeData;
    mime->setText(comparisonText(*m_words));
    mime->setHtml(comparisonHtml(*m_words, lightPalette(), true));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ComparisonPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void ComparisonPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace trestle
