#pragma once

#include "models/evidence.h"

#include <QAbstractButton>
#include <QWidget>

#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace trestle {

/// A place in the source: where, what it shows, and the line itself in letters of one width. Nothing of it is markup,
/// and nothing is cut: long lines break anywhere. A press opens the file there.
class EvidenceButton : public QAbstractButton {
    Q_OBJECT
public:
    EvidenceButton(const Evidence& evidence, const std::string& by, QWidget* parent);

    [[nodiscard]] const Evidence& evidence() const { return m_evidence; }
    [[nodiscard]] const QString& excerpt() const { return m_excerpt; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        QString text;
        QFont font;
        int breaks = 0; ///< where its lines may break, as Qt::TextFlag
    };
    [[nodiscard]] std::vector<Part> parts() const;
    [[nodiscard]] static int heightOf(const Part& part, int width);

    Evidence m_evidence;
    QString m_place;
    QString m_sentence;
    QString m_excerpt;
};

/// Places in the source below each other; of many the first few until all are asked for.
class EvidenceList : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceList(const QString& name, QWidget* parent = nullptr);

    /// `by`: the assistant who named them; empty: the scan.
    void setEvidence(const std::vector<Evidence>& places, const std::string& by);
    [[nodiscard]] EvidenceButton* first() const;

Q_SIGNALS:
    void opened(const trestle::Evidence& place);

private:
    void showAll();

    QVBoxLayout* m_column;
    QPushButton* m_more;
    std::vector<EvidenceButton*> m_buttons;
    std::vector<Evidence> m_shown;
    std::string m_by;
};

} // namespace trestle
