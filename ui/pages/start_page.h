#pragma once

#include "ui/pages/recent_news.h"

#include <QFutureWatcher>
#include <QStringList>
#include <QWidget>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace trestle {

class Banner;
class Card;

/// What the window shows without a plan: the first step in words, ways to begin, and recent plans.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// What could not be done.
    void tell(const QString& text);
    /// What they have become since is found out off the GUI thread while the page shows: headlines are those of the
    /// files as they are, and a plan that is gone can be removed.
    void setRecent(const QList<RecentPlan>& plans);
    /// What "Open sample" offers.
    [[nodiscard]] QMenu& sampleMenu() const { return *m_samples; }

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void scanWanted();
    void recentWanted(const QString& path);
    void forgetWanted(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBeginning();
    QWidget* makeRecent(const RecentPlan& plan, int number);
    void askForNews();
    void tellNews(const RecentNews& news, int number);

    Banner* m_news;
    QMenu* m_samples;
    QWidget* m_recentCard;
    QVBoxLayout* m_recentRows;
    QList<RecentPlan> m_recent;
    QFutureWatcher<QList<RecentNews>> m_asked;
};

} // namespace trestle
