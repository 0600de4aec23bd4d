#pragma once

#include "ui/help/guide.h"

#include <QTextBrowser>

namespace trestle {

/// One page of the guide as rich text: headings that links lead to, pictures as wide as the view.
class GuideView : public QTextBrowser {
    Q_OBJECT
public:
    explicit GuideView(QWidget* parent = nullptr);

    void show(const guide::Place& place);
    [[nodiscard]] const QString& page() const { return m_page; }
    /// Marks the next place with these words and shows it; false where there is none from here on.
    bool findNext(const QString& words);

Q_SIGNALS:
    void placeWanted(const QString& place);
    void outsideWanted(const QUrl& url);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void render();
    void dress();
    void scrollTo(const QString& slug);

    QString m_page;
    int m_width = 0; ///< that the pictures are scaled to
    bool m_rendering = false;
};

} // namespace trestle
