#include "ui/help/guide_view.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kDocumentMargin = 20;

void spaceTables(QTextFrame& frame)
{
    for (QTextFrame* child : frame.childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(child)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(5);
            format.setCellSpacing(0);
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setTopMargin(8);
            format.setBottomMargin(8);
            table->setFormat(format);
        }
        spaceTables(*child);
    }
}

} // namespace

GuideView::GuideView(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("guideView"));
    setAccessibleName(tr("Guide"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    document()->setDocumentMargin(kDocumentMargin);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.scheme().isEmpty()) {
            if (const auto place = guide::placeOf(url.toString(), m_page))
                Q_EMIT placeWanted(*place);
        } else {
            Q_EMIT outsideWanted(url);
        }
    });
}

void GuideView::show(const guide::Place& place)
{
    const QString page = place.section(u'#', 0, 0);
    if (page != m_page) {
        m_page = page;
        render();
    }
    const QString slug = place.section(u'#', 1);
    if (slug.isEmpty()) {
        moveCursor(QTextCursor::Start);
        verticalScrollBar()->setValue(0);
    } else {
        scrollTo(slug);
    }
}

void GuideView::render()
{
    m_rendering = true;
    m_width = viewport()->width();
    document()->setMarkdown(guide::textOf(m_page).value_or(QString()), QTextDocument::MarkdownDialectGitHub);
    dress();
    m_rendering = false;
}

/// Headings in the theme's scale, with room above, and tables that can be read.
void GuideView::dress()
{
    document()->setDefaultFont(font());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        if (level > 0) {
            format.setTopMargin(level == 1 ? 0 : 18);
            format.setBottomMargin(6);
            QTextCharFormat letters;
            letters.setFont(scaledFont(font(), level == 1 ? TextSize::Title : TextSize::Heading, QFont::DemiBold));
            letters.setProperty(QTextFormat::FontSizeAdjustment, 0);
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.mergeCharFormat(letters);
        }
        QTextCursor(block).setBlockFormat(format);
    }
    spaceTables(*document()->rootFrame());
    moveCursor(QTextCursor::Start);
}

void GuideView::scrollTo(const QString& slug)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || guide::slugOf(block.text()) != slug)
            continue;
        setTextCursor(QTextCursor(block));
        verticalScrollBar()->setValue(cursorRect().top() + verticalScrollBar()->value() - kDocumentMargin);
        return;
    }
}

bool GuideView::findNext(const QString& words)
{
    return !words.isEmpty() && find(words);
}

QVariant GuideView::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    QImage picture(guide::pictureFile(name.toString(), m_page));
    const int room = viewport()->width() - 2 * kDocumentMargin;
    if (picture.isNull() || room <= 0)
        return {};
    const qreal ratio = devicePixelRatioF();
    picture =
        picture.scaledToWidth(std::min(picture.width(), static_cast<int>(room * ratio)), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(std::max(1.0, static_cast<double>(picture.width()) / room));
    return picture;
}

void GuideView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    // The text that is being read in may resize the view; reading it in again in between would destroy it.
    if (m_rendering || m_page.isEmpty() || viewport()->width() == m_width)
        return;
    const double at = static_cast<double>(verticalScrollBar()->value()) / std::max(1, verticalScrollBar()->maximum());
    render();
    verticalScrollBar()->setValue(static_cast<int>(at * verticalScrollBar()->maximum()));
}

void GuideView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_page.isEmpty())
        render();
}

} // namespace trestle
