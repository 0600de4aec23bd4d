#pragma once

#include "ui/settings.h"

#include <QFutureWatcher>
#include <QStringList>
#include <QWidget>

class QLabel;
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
    /// Which of them are still there is found out off the GUI thread; those that are not can be removed.
    void setRecent(const QList<RecentPlan>& plans);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void recentWanted(const QString& path);
    void forgetWanted(const QString& path);

private:
    QWidget* makeBeginning();
    QWidget* makeRecent(const RecentPlan& plan, int number);
    void lookForPlans(const QList<RecentPlan>& plans);
    void markMissing(const QStringList& paths);

    Banner* m_news;
    QWidget* m_recentCard;
    QVBoxLayout* m_recentRows;
    QList<RecentPlan> m_recent;
    QFutureWatcher<QStringList> m_missing;
};

} // namespace trestle
