#pragma once

#include <QPushButton>

class QMenu;

namespace trestle {

class PlanDocument;

/// Says which scenario is open; its menu opens another, makes a new one, renames or removes.
class ScenarioButton : public QPushButton {
    Q_OBJECT
public:
    explicit ScenarioButton(QWidget* parent = nullptr);

    void setDocument(PlanDocument* document); ///< null: none is open

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeWanted(const QString& scenario);
    void compareWanted();

private:
    void follow();
    void fillMenu();

    PlanDocument* m_document = nullptr;
    QMenu* m_menu;
};

} // namespace trestle
