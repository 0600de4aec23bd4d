#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace trestle {

/// A part of the Insights page: a title, the sentence that says it in short, and below it what it is made of. While it
/// is worked out, a bar shows how far it is and a button stops it; the room that it takes stays the same meanwhile.
class InsightSection : public QWidget {
    Q_OBJECT
public:
    InsightSection(const QString& name, const QString& title, QWidget* parent = nullptr);

    /// Below the sentence; hidden while there is nothing for it to show.
    void setBody(QWidget* body);
    [[nodiscard]] QWidget* body() const { return m_body; }

    /// No figures yet; `underWay`: being worked out, else waiting. What was there stays in its place, dimmed, until the
    /// new figures are there.
    void setPending(bool underWay);
    void setProgress(double part);
    void setStopped();
    void setSentence(const QString& sentence, bool showBody);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] bool isPending() const { return m_pending; }

Q_SIGNALS:
    void stopped(); ///< the user wants it to
    void resumed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWork(bool progress, bool again);
    void setDimmed(bool dimmed);
    void applyColours();

    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_sentence;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_again;
    QWidget* m_body = nullptr;
    QTimer m_patience; // before the progress shows
    bool m_pending = false;
};

} // namespace trestle
