#pragma once

#include "models/date.h"
#include "ui/dialogs/form_dialog.h"

class QLineEdit;

namespace trestle {

/// What a new plan is made from.
struct NewPlan {
    QString name;
    QString client;
    Date start{};
    QString path;
    friend bool operator==(const NewPlan&, const NewPlan&) = default;
};

/// The next Monday after `today`.
Date nextMonday(Date today);

/// Name, client, start date and place of a new plan.
class NewPlanDialog : public FormDialog {
    Q_OBJECT
public:
    NewPlanDialog(const QString& folder, Date today, QWidget* parent = nullptr);

    [[nodiscard]] NewPlan plan() const;
    void accept() override;

private:
    void refreshPath();
    void browse();

    QString m_folder;
    bool m_pathIsChosen = false;
    QLineEdit* m_name;
    QLineEdit* m_client;
    DateField* m_start;
    QLineEdit* m_path;
};

} // namespace trestle
